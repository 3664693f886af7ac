package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was, or would be, forgotten. Immutable.
 *
 * @param done whether it was done
 * @param places how many rows, files or documents of each place, such as {@code memories/archive} or {@code traces}
 * @param remarks what the numbers do not say
 */
public record ForgettingReport(boolean done, SortedMap<String, Long> places, List<String> remarks) {

    public ForgettingReport {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
        remarks = List.copyOf(remarks);
    }
}
