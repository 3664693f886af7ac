package tacit.api.adapt;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files of a workspace were changed. Immutable.
 *
 * @param written paths below the folder of the workspace
 * @param removed paths that are no more
 * @param kept why others were left as they are, by path
 */
public record SkillFilesReport(List<String> written, List<String> removed, SortedMap<String, String> kept) {

    /** None. */
    public static final SkillFilesReport NOTHING = new SkillFilesReport(List.of(), List.of(), new TreeMap<>());

    public SkillFilesReport {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    }
}
