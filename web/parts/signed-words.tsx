import { fromBase64, isProblem, useEffect, useState, type Problem } from '../kit.ts';
import { offerTexts } from '../texts/offer.ts';

interface Props {
  /** Asks for the bytes to sign: JSON with the statement in both languages. */
  readonly ask: () => Promise<{ readonly content: string } | Problem>;
}

/** The signed text says the same in both languages. */
export function SignedWords({ ask }: Props) {
  const [words, setWords] = useState<{ readonly kk: string; readonly ru: string }>();
  useEffect(() => {
    void ask().then((signable) => {
      if (isProblem(signable)) return;
      const said = JSON.parse(new TextDecoder().decode(fromBase64(signable.content))) as {
        statement: { kk: string; ru: string };
      };
      setWords(said.statement);
    });
  }, []);
  if (!words) return null;
  return (
    <div class="both">
      <section lang="kk">
        <p class="name">Қазақша</p>
        <h2>{offerTexts.text.kk}</h2>
        <p>{words.kk}</p>
      </section>
      <section lang="ru">
        <p class="name">Русский</p>
        <h2>{offerTexts.text.ru}</h2>
        <p>{words.ru}</p>
      </section>
    </div>
  );
}
