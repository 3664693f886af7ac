package tacit.api.pulse;

import java.util.List;
import java.util.Map;

/**
 * What a trigger made of an ingress. Immutable.
 *
 * @param signals what it tells; the host sets workspace and profile of those that name none
 * @param memory what it wants to see next time, small; the host keeps it with the signals or not at all
 */
public record TriggerReading(List<SignalDraft> signals, Map<String, String> memory) {

    public TriggerReading {
        signals = List.copyOf(signals);
        memory = Map.copyOf(memory);
    }
}
