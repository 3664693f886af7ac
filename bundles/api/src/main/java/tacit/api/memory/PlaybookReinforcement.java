package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which entries of the playbook a run has strengthened or weakened. Immutable.
 *
 * @param changed the entries, with their new records
 * @param refused why the others were not, by id
 */
public record PlaybookReinforcement(List<PlaybookEntry> changed, SortedMap<String, String> refused) {

    public PlaybookReinforcement {
        changed = List.copyOf(changed);
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
}
