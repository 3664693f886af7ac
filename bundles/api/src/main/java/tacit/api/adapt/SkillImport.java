package tacit.api.adapt;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of folders that were read. Immutable.
 *
 * @param proposals what became of each, by its path
 * @param refused why others could not be read, by path
 */
public record SkillImport(SortedMap<String, SkillProposalReceipt> proposals, SortedMap<String, String> refused) {

    public SkillImport {
        proposals = Collections.unmodifiableSortedMap(new TreeMap<>(proposals));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
}
