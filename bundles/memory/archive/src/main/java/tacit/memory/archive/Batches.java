package tacit.memory.archive;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureRequest.Priority;

/** Says which captures are worth summing up, and together with which others. */
final class Batches {

    private static final int SHORT = 100;
    private static final int LONG = 300;
    private static final long SECONDS = 300;
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*•]|\\d+[.)])\\s.*");

    private Batches() {}

    /** What stands for the work that a capture belongs to; null when it is not worth it. */
    static @Nullable String of(CaptureRequest request, ArchiveOrigin origin, String text, int tokens, Instant now) {
        if (!request.batching().allowed() || !isWorthIt(request, origin, text, tokens)) {
            return null;
        }
        String key = request.batching().key();
        if (key != null && !key.isBlank()) {
            return key.strip();
        }
        return request.taskId() != null
                ? "task:" + request.taskId()
                : origin.word() + ":" + Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    private static boolean isWorthIt(CaptureRequest request, ArchiveOrigin origin, String text, int tokens) {
        ArchiveType type = request.type();
        Priority priority = request.batching().priority();
        if (type == ArchiveType.SUMMARY
                || type == ArchiveType.CORRECTION_RULE
                || type == ArchiveType.IMPORT
                || priority == Priority.LOW
                || (type == ArchiveType.OBSERVATION && isList(text))) {
            return false;
        }
        boolean observed = type == ArchiveType.OBSERVATION
                || type == ArchiveType.INSIGHT
                || type == ArchiveType.SCREEN_CONTEXT
                || (origin == ArchiveOrigin.HEARTBEAT && priority != Priority.HIGH);
        return tokens >= (observed ? LONG : SHORT);
    }

    /** Output rather than words: code, or lists of points and values. */
    private static boolean isList(String text) {
        if (text.isBlank() || text.contains("```")) {
            return true;
        }
        long lines = text.lines().count();
        long bullets =
                text.lines().filter(line -> BULLET.matcher(line).matches()).count();
        long colons = text.chars().filter(letter -> letter == ':').count();
        return text.length() > 80 && ((lines >= 4 && bullets >= 2) || (colons >= 6 && lines >= 3));
    }
}
