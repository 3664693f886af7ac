package tacit.memory.curated;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Reach;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;

/**
 * Shows the entries in the workspace's files. Each file is read before the entries are, and put in place only if it is still
 * the one that was read: whoever comes last saw all entries of those before. Thread-safe.
 */
final class Mirror {

    private static final int TRIES = 3;
    static final int LARGEST = 4 << 20;
    private static final int MOST_LINES = 200;

    private final WorkspaceFiles files;
    private final Entries entries;

    Mirror(WorkspaceFiles files, Entries entries) {
        this.files = files;
        this.entries = entries;
    }

    static String path(Target target) {
        return target == Target.USER ? ".cowork/USER.md" : ".cowork/MEMORY.md";
    }

    /** Brings both files up to date; answers those that could not be, with the reason. */
    List<Problem> show(String workspaceId) {
        List<Problem> problems = new ArrayList<>();
        if (files.folder(workspaceId).isPresent()) {
            for (Target target : Target.values()) {
                show(workspaceId, target)
                        .ifPresent(reason -> problems.add(new Problem(
                                target,
                                "Cannot bring '" + path(target) + "' up to date: " + reason.words()
                                        + "; the next edit tries again",
                                reason.mayShow())));
            }
        }
        return problems;
    }

    boolean hasFolder(String workspaceId) {
        return files.folder(workspaceId).isPresent();
    }

    /**
     * A file that does not show the entries yet.
     *
     * @param words why, for people
     * @param mayShow whether it may still show what no entry says any more
     */
    record Problem(Target target, String words, boolean mayShow) {}

    private record Reason(String words, boolean mayShow) {}

    private Optional<Reason> show(String workspaceId, Target target) {
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Optional<WorkspaceFile> file = files.read(workspaceId, path(target), LARGEST);
                Optional<String> unfit = file.flatMap(Mirror::unfit);
                if (unfit.isPresent() || put(workspaceId, target, file.orElse(null))) {
                    return unfit.map(words -> new Reason(words, mayHoldBlock(workspaceId, target)));
                }
            }
            return Optional.of(new Reason("somebody else keeps writing it", true));
        } catch (UncheckedIOException e) {
            return Optional.of(new Reason("it cannot be read or written", true));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Reason("it is no file that may be written", true));
        }
    }

    /** The marks are looked for in all of it, even between letters of two bytes. */
    private boolean mayHoldBlock(String workspaceId, Target target) {
        return files.read(workspaceId, path(target), Integer.MAX_VALUE)
                .map(file -> file.text().replace("\0", ""))
                .filter(text -> text.contains(CuratedMemory.BLOCK_BEGIN))
                .isPresent();
    }

    private boolean put(String workspaceId, Target target, @Nullable WorkspaceFile file) {
        List<String> lines = lines(workspaceId, target);
        String before = file == null ? null : file.text();
        if (lines.isEmpty() && (before == null || !Block.isIn(before))) {
            return true;
        }
        String after = Block.in(before, target == Target.USER ? "# User" : "# Memory", lines);
        return after.equals(before)
                || files.replace(workspaceId, path(target), file == null ? null : file.sha256(), after);
    }

    private List<String> lines(String workspaceId, Target target) {
        List<MemoryRecord> all = entries.list(Scope.ofWorkspace(workspaceId), target, null, Integer.MAX_VALUE);
        // A file of the workspace is read by all of its users: what one of several wants to be known stays out of it.
        boolean several = all.stream()
                        .filter(entry -> entry.scope().reach() == Reach.USER)
                        .map(entry -> entry.scope().id())
                        .distinct()
                        .count()
                > 1;
        return all.stream()
                .filter(entry -> !several || entry.scope().reach() != Reach.USER)
                .limit(MOST_LINES)
                .map(entry -> "- " + (target == Target.USER ? entry.kind() : label(entry.kind())) + ": "
                        + Texts.collapsed(entry.text(), Texts.LONGEST_CONTENT))
                .toList();
    }

    private static String label(String kind) {
        return Arrays.stream(kind.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /** What was not read exactly as it is cannot be written back without harm. */
    static Optional<String> unfit(WorkspaceFile file) {
        if (!file.whole()) {
            return Optional.of("it is too large");
        }
        return sha256(file.text()).equalsIgnoreCase(file.sha256()) ? Optional.empty() : Optional.of("it is no UTF-8");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compare files: every Java has SHA-256", e);
        }
    }
}
