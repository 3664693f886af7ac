package tacit.api.model;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;

/**
 * A chat model: a prompt in, a text out. There may be none, and whoever asks one has an answer of its own for that case.
 * Thread-safe. What it answered is kept with the decision that asked.
 */
@Recorded
@ProviderType
public interface Completion {

    /** The most characters of a prompt. */
    int LONGEST_PROMPT = 64_000;

    /** The model's name; empty while none is configured. */
    String model();

    /**
     * Answers a prompt.
     *
     * @param tier how strong a model is wanted, {@code cheap} or {@code strong}
     * @param prompt redacted, at most {@link #LONGEST_PROMPT} characters
     * @param mostCharacters of the answer, which is cut there
     * @return the text; empty when the model is not there, took too long or refused
     */
    String complete(String tier, String prompt, int mostCharacters);
}
