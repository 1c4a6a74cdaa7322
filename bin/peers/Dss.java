import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** EU DSS as a peer of bench-eds-peers.ts: Dss FOLDER. Each line of input is «known MS» or «new MS». */
public class Dss {
  static CommonCertificateVerifier verifier;
  static DSSDocument content;
  static Date at;

  static byte[] read(String folder, String name) throws Exception {
    return Files.readAllBytes(Path.of(folder, name));
  }

  static void validate(DSSDocument cms) {
    var validator = SignedDocumentValidator.fromDocument(cms);
    validator.setDetachedContents(List.of(content));
    validator.setCertificateVerifier(verifier);
    validator.setValidationTime(at);
    var report = validator.validateDocument().getSimpleReport();
    var id = report.getFirstSignatureId();
    if (report.getIndication(id) != Indication.TOTAL_PASSED)
      throw new IllegalStateException(report.getIndication(id) + " " + report.getSubIndication(id) + " " + report.getAdESValidationErrors(id));
  }

  public static void main(String[] args) throws Exception {
    var folder = args[0];
    var trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(new File(folder, "root.cer")));
    verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setCrlSource(new ExternalResourcesCRLSource(
      new FileInputStream(folder + "/root.crl"), new FileInputStream(folder + "/authority.crl")));
    content = new InMemoryDocument(read(folder, "content"));
    at = Date.from(Instant.parse(new String(read(folder, "at"))));
    var known = new InMemoryDocument(read(folder, "known.p7s"));
    var strangers = new ArrayList<DSSDocument>();
    for (int no = 0; new File(folder, no + ".p7s").exists(); no++)
      strangers.add(new InMemoryDocument(read(folder, no + ".p7s")));

    var input = new BufferedReader(new InputStreamReader(System.in));
    int turn = 0;
    for (String line; (line = input.readLine()) != null; ) {
      var asked = line.split(" ");
      long from = System.nanoTime(), until = from + Long.parseLong(asked[1]) * 1_000_000, calls = 0;
      do {
        validate(asked[0].equals("known") ? known : strangers.get(turn++ % strangers.size()));
        calls++;
      } while (System.nanoTime() < until);
      System.out.println((System.nanoTime() - from) / 1000.0 / calls);
    }
  }
}
