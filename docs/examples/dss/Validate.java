import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.util.Arrays;
import java.util.List;

/**
 * Validates a detached signature with EU DSS and nothing but a root certificate: no source of lists, answers or other certificates is
 * given, so everything comes out of the file. Validate FILE.p7s FILE.pdf ROOT.cer…
 */
public class Validate {
  public static void main(String[] args) {
    var trusted = new CommonTrustedCertificateSource();
    for (String root : Arrays.asList(args).subList(2, args.length))
      trusted.addCertificate(DSSUtils.loadCertificate(new File(root)));
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    var validator = SignedDocumentValidator.fromDocument(new FileDocument(args[0]));
    validator.setDetachedContents(List.of(new FileDocument(args[1])));
    validator.setCertificateVerifier(verifier);
    var report = validator.validateDocument().getSimpleReport();
    for (String id : report.getSignatureIdList()) {
      System.out.println(report.getIndication(id) + " " + report.getSubIndication(id));
      System.out.println("best signature time " + report.getBestSignatureTime(id).toInstant());
      for (var time : report.getSignatureTimestamps(id))
        System.out.println("timestamp " + report.getIndication(time.getId()) + " " + time.getProductionTime().toInstant());
      report.getAdESValidationErrors(id).forEach(each -> System.out.println("error: " + each.getValue()));
      report.getAdESValidationWarnings(id).forEach(each -> System.out.println("warning: " + each.getValue()));
    }
  }
}
