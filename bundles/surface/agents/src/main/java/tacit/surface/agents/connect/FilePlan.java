package tacit.surface.agents.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.surface.agents.text.SettingsFile;

/**
 * Plans what happens to one settings file. A file that nobody touched since gets its old bytes back; from one that somebody
 * did, our parts are taken out one by one.
 */
final class FilePlan {

    /** Adds our parts to a text. */
    @FunctionalInterface
    interface Adding {

        Edited to(String text);
    }

    private final SettingsFile file;

    FilePlan(Path path) {
        file = SettingsFile.read(path);
    }

    String text() {
        return file.text();
    }

    /** The text without what we wrote before. */
    String base(Optional<Place> known) {
        return known.map(place -> removal(place).text()).orElseGet(file::text);
    }

    FileChange add(Optional<Place> known, Adding adding) {
        return named(() -> {
            Edited direct = adding.to(file.text());
            if (direct.text().equals(file.text()) && file.bytes() != null) {
                return new FileChange(file, file.bytes(), known.orElseGet(() -> found(direct)), direct.notes());
            }
            FileChange removal = known.map(this::removal).orElse(null);
            byte[] before = removal == null ? file.bytes() : removal.content();
            Edited edited = adding.to(removal == null ? file.text() : removal.text());
            byte[] content = file.encoded(edited.text());
            List<String> folders = known.map(Place::folders).orElseGet(this::missingFolders);
            Place place = new Place(
                    file.path().toString(),
                    before == null ? null : Base64.getEncoder().encodeToString(before),
                    before != null,
                    hash(content),
                    folders,
                    edited.written());
            return new FileChange(file, content, place, edited.notes());
        });
    }

    FileChange remove(Place place) {
        return named(() -> removal(place));
    }

    private FileChange removal(Place place) {
        byte[] now = file.bytes();
        if (now == null) {
            return new FileChange(file, null, null, List.of("It is gone already"));
        }
        String before = place.before();
        if (hash(now).equals(place.hash()) && (before != null || !place.existed())) {
            return new FileChange(
                    file, before == null ? null : Base64.getDecoder().decode(before), null, List.of());
        }
        String block = place.written().block();
        Edited edited = block == null
                ? HookRemoval.from(file.text(), place.written())
                : CodexConfig.without(file.text(), block);
        boolean empty = edited.text().isBlank() || edited.text().strip().equals("{}");
        byte[] content = empty && !place.existed() ? null : file.encoded(edited.text());
        return new FileChange(file, content, null, edited.notes());
    }

    /** Our parts stand there, but nobody knows since when: they are ours again. */
    private Place found(Edited direct) {
        return new Place(file.path().toString(), null, true, "", List.of(), direct.written());
    }

    private List<String> missingFolders() {
        List<String> missing = new ArrayList<>();
        for (Path folder = file.target().getParent();
                folder != null && !Files.exists(folder);
                folder = folder.getParent()) {
            missing.add(folder.toString());
        }
        return missing;
    }

    private FileChange named(Supplier<FileChange> plan) {
        try {
            return plan.get();
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "Cannot change '" + file.path() + "': " + malformed.getMessage(), malformed);
        }
    }

    private static String hash(byte @Nullable [] content) {
        try {
            byte[] bytes = content == null ? new byte[0] : content;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: SHA-256 is missing", e);
        }
    }
}
