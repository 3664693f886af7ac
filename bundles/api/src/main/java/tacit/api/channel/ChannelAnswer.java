package tacit.api.channel;

import java.util.Objects;
import tacit.api.trace.OutcomeLabel;

/**
 * What an agent answers. Immutable.
 *
 * @param text the words; blank when it has nothing to say, so that nothing is sent
 * @param outcome how it says that it went; UNKNOWN when it does not say
 */
public record ChannelAnswer(String text, OutcomeLabel outcome) {

    public ChannelAnswer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Words, without a word on how it went. */
    public static ChannelAnswer of(String text) {
        return new ChannelAnswer(text, OutcomeLabel.UNKNOWN);
    }
}
