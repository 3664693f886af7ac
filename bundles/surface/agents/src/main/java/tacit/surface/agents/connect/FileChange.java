package tacit.surface.agents.connect;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.surface.agents.text.SettingsFile;
import tacit.surface.agents.text.TextDiff;

/** What is going to happen to one settings file. Immutable. */
final class FileChange {

    private final SettingsFile file;
    private final byte @Nullable [] content;
    private final @Nullable Place place;
    private final List<String> notes;

    /**
     * @param file as it stands
     * @param content its new bytes; null where it is going to be deleted
     * @param place what is kept of it; null where nothing of ours stays
     * @param notes what the user should know
     */
    FileChange(SettingsFile file, byte @Nullable [] content, @Nullable Place place, List<String> notes) {
        this.file = file;
        this.content = content;
        this.place = place;
        this.notes = List.copyOf(notes);
    }

    SettingsFile file() {
        return file;
    }

    byte @Nullable [] content() {
        return content == null ? null : content.clone();
    }

    @Nullable
    Place place() {
        return place;
    }

    List<String> notes() {
        return notes;
    }

    /** The new text; empty where there will be no file. */
    String text() {
        return content == null ? "" : file.with(content).text();
    }

    boolean changes() {
        return !Arrays.equals(file.bytes(), content);
    }

    /** Does it. */
    void apply() {
        if (!changes()) {
            return;
        }
        if (content == null) {
            file.delete();
        } else {
            file.replace(content);
        }
    }

    List<String> diff() {
        return TextDiff.of(file.text(), text());
    }
}
