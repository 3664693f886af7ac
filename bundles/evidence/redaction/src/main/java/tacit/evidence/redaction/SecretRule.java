package tacit.evidence.redaction;

import java.util.function.Consumer;

/** Finds one family of secrets in a text, in time linear in its length. Thread-safe. */
interface SecretRule {

    /** Passes on each secret that the text holds; they may overlap those of other rules. */
    void find(String text, Consumer<Match> matches);
}
