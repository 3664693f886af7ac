package tacit.api.pulse;

import java.util.List;
import java.util.Map;

/**
 * What a trigger made of an ingress. Immutable.
 *
 * @param signals what it tells, at most {@link #MOST_SIGNALS}; the host sets workspace and profile of those that name none
 * @param memory what it wants to see next time; the host keeps it with the signals or not at all, without secrets, and refuses a
 *     reading that wants more than {@link #MOST_MEMORY}
 */
public record TriggerReading(List<SignalDraft> signals, Map<String, String> memory) {

    /** The most signals of a reading. */
    public static final int MOST_SIGNALS = 100;

    /** The most characters of all that is remembered, names and values together. */
    public static final int MOST_MEMORY = 16_384;

    public TriggerReading {
        signals = List.copyOf(signals);
        memory = Map.copyOf(memory);
    }

    /** Nothing to tell, and what was remembered stays. */
    public static TriggerReading nothing(TriggerIngress ingress) {
        return new TriggerReading(List.of(), ingress.memory());
    }
}
