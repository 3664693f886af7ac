package tacit.api.generation;

import java.time.Duration;
import java.util.List;

/**
 * What a drill on the live host measured. Immutable.
 *
 * @param swaps how many were done
 * @param calls how many calls were made meanwhile
 * @param failedCalls how many of them failed
 * @param swapP50 the median swap, from the idle slot to the end of the drain
 * @param swapP99 the 99th percentile
 * @param worstCall the longest call
 * @param problems what kept a role from being swapped, in words; empty when all were
 */
public record DrillReport(
        int swaps,
        long calls,
        long failedCalls,
        Duration swapP50,
        Duration swapP99,
        Duration worstCall,
        List<String> problems) {

    public DrillReport {
        problems = List.copyOf(problems);
    }
}
