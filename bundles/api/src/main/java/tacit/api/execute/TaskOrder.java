package tacit.api.execute;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work as an executor gets it. Immutable.
 *
 * @param executionId of the execution: the same for each attempt at it
 * @param attempt 1 for the first
 * @param brief what is to be done
 * @param device where
 * @param deviceSettings what the operator says of the device, such as a command or an address
 * @param folder of the workspace; null when it has none
 * @param remaining what is left of its time, in milliseconds
 */
public record TaskOrder(
        String executionId,
        int attempt,
        TaskBrief brief,
        String device,
        Map<String, String> deviceSettings,
        @Nullable Path folder,
        long remaining) {

    public TaskOrder {
        Objects.requireNonNull(executionId, "executionId");
        Objects.requireNonNull(brief, "brief");
        Objects.requireNonNull(device, "device");
        deviceSettings = Map.copyOf(deviceSettings);
    }
}
