package tacit.memory.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;

/**
 * A write as it is kept until somebody looks at it: secrets are masked, as the memory would mask them.
 *
 * @param write without secrets
 * @param summary what it would do, in one line
 * @param fingerprint the same for the same proposal again
 */
record Proposal(MemoryWrite write, String summary, String fingerprint) {

    private static final int LONGEST_SUMMARY = 240;

    static Proposal of(MemoryWrite asked, SecretPayload secrets) {
        MemoryWrite write = new MemoryWrite(
                asked.workspaceId(),
                asked.target(),
                asked.action(),
                asked.origin(),
                asked.taskId(),
                secrets.masked(asked.payload()),
                masked(asked.oldValue(), secrets),
                masked(asked.reason(), secrets),
                asked.evidence());
        return new Proposal(write, summary(write), hash(String.join("\n", parts(write))));
    }

    /** The write with another text. */
    static MemoryWrite edited(MemoryWrite write, String text) {
        TreeMap<String, String> payload = new TreeMap<>(write.payload());
        payload.put(MemoryWrite.CONTENT, text);
        return new MemoryWrite(
                write.workspaceId(),
                write.target(),
                write.action(),
                write.origin(),
                write.taskId(),
                payload,
                write.oldValue(),
                write.reason(),
                write.evidence());
    }

    /** What is left of a write when the memory that it removed is gone. */
    static PendingWrite emptied(
            PendingWrite pending, PendingWrite.Status status, Instant at, String by, @Nullable String resolution) {
        MemoryWrite write = pending.write();
        MemoryWrite bare = new MemoryWrite(
                write.workspaceId(),
                write.target(),
                write.action(),
                write.origin(),
                write.taskId(),
                new TreeMap<>(),
                null,
                null,
                List.of());
        return new PendingWrite(
                pending.id(), bare, summary(bare), pending.risk(), status, pending.createdAt(), at, by, resolution);
    }

    static String summary(MemoryWrite write) {
        String parts = write.payload().entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
        String content =
                write.payload().getOrDefault(MemoryWrite.CONTENT, Objects.requireNonNullElse(write.oldValue(), parts));
        String line = (write.target().name().toLowerCase(Locale.ROOT) + " " + write.action() + ": " + content)
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST_SUMMARY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUMMARY - 1))) + "…";
    }

    /** What stands for a text in comparisons, so that what is deleted from a memory is found here too. */
    static @Nullable String contentKey(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : hash(text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    private static @Nullable String masked(@Nullable String text, SecretPayload secrets) {
        return text == null ? null : secrets.masked(text);
    }

    private static List<String> parts(MemoryWrite write) {
        return List.of(
                write.target().name(),
                write.action(),
                write.origin().name(),
                String.valueOf(write.taskId()),
                write.payload().toString());
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot name a write: every Java has SHA-256", e);
        }
    }
}
