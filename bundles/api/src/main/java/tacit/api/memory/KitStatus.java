package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the kit of a workspace stands: the files in {@code .cowork} that people and agents keep for the next prompt. Immutable.
 *
 * @param present whether the folder is there with any file of the kit
 * @param files every file that a kit can have
 * @param missing how many of them are not there
 * @param seededAt when the kit was first seen with its first steps; null for never
 * @param onboardedAt when the first steps were done; null for not yet
 */
public record KitStatus(
        boolean present,
        List<KitFile> files,
        int missing,
        @Nullable Instant seededAt,
        @Nullable Instant onboardedAt) {

    /**
     * A file of the kit.
     *
     * @param path below the workspace's folder
     * @param there whether it exists
     * @param modifiedAt null when it does not
     * @param revisions how many older versions are kept
     * @param issues what is wrong with it, such as {@code stale}, {@code possible_secret}, {@code missing_updated}
     */
    public record KitFile(
            String path, boolean there, @Nullable Instant modifiedAt, int revisions, List<String> issues) {

        public KitFile {
            Objects.requireNonNull(path, "path");
            issues = List.copyOf(issues);
        }
    }

    public KitStatus {
        files = List.copyOf(files);
    }
}
