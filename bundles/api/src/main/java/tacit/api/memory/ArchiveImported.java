package tacit.api.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import. Immutable.
 *
 * @param importId of the memory that stands for the import; null when nothing was imported
 * @param found entries
 * @param created memories
 * @param staged that wait for approval
 * @param duplicates that were there twice, or already before
 * @param truncated entries past the most that are read
 * @param errors why others were not stored, for people
 */
public record ArchiveImported(
        @Nullable String importId,
        int found,
        int created,
        int staged,
        int duplicates,
        int truncated,
        List<String> errors) {

    public ArchiveImported {
        errors = List.copyOf(errors);
    }
}
