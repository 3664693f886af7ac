package tacit.learn.notes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.api.experiment.NoteProposer.Note;
import tacit.api.ingest.Redactor;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/** Writes what was found as a memory that somebody shall approve: a quotation, never an instruction. Thread-safe. */
final class NoteWriter {

    private static final String LAYER = "archive";
    private static final int MOST_QUOTES = 3;
    private static final int MOST_KEYS = 200;
    private static final double CONFIDENCE = 0.5;

    private final Redactor redactor;

    NoteWriter(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Empty where every fact holds a secret. */
    Optional<Note> note(Owner owner, FoundFact found) {
        List<Fact> clean = found.facts().stream()
                .filter(fact -> redactor.redact(fact.text()).count() == 0)
                .limit(MOST_QUOTES)
                .toList();
        return clean.isEmpty() ? Optional.empty() : Optional.of(note(owner, found, clean));
    }

    private static Note note(Owner owner, FoundFact found, List<Fact> quoted) {
        List<Evidence> evidence = found.knew().stream()
                .map(id -> Evidence.of(Evidence.Kind.TRACE, id))
                .toList();
        List<String> keys = found.facts().stream()
                .limit(MOST_KEYS)
                .map(fact -> key(owner, fact))
                .toList();
        MemoryDraft draft = draft(owner, text(found, quoted), key(owner, quoted.get(0)), evidence);
        MemoryWrite write = new MemoryWrite(
                owner.workspaceId(),
                MemoryWrite.Target.ARCHIVE,
                MemoryPayload.KEEP,
                MemoryWrite.Origin.BACKGROUND,
                null,
                MemoryPayload.of(draft),
                null,
                why(found),
                evidence);
        return new Note(keys, write);
    }

    private static MemoryDraft draft(Owner owner, String text, String key, List<Evidence> evidence) {
        String user = owner.userId();
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("origin", ArchiveOrigin.TOOL.word());
        attributes.put("privacy", (user == null ? ArchivePrivacy.NORMAL : ArchivePrivacy.PRIVATE).word());
        return new MemoryDraft(
                owner.workspaceId(),
                LAYER,
                ArchiveType.INSIGHT.word(),
                "missing context",
                text,
                user == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(user),
                user == null ? Visibility.SHARED : Visibility.PRIVATE,
                TrustLane.FOREIGN,
                evidence,
                CONFIDENCE,
                null,
                null,
                "missing-context-" + key,
                attributes);
    }

    private static String text(FoundFact found, List<Fact> quoted) {
        return quoted.stream()
                .map(fact -> "\"" + fact.text() + "\"")
                .collect(Collectors.joining(
                        "; ",
                        "Runs that succeeded had met this first, in "
                                + found.source().words() + "; runs of the same tasks that failed had not: ",
                        ""));
    }

    private static String why(FoundFact found) {
        FoundFact.Runs runs = found.counts();
        return String.format(
                Locale.ROOT,
                "%d tasks speak for it, %d against: %d of %d successful runs had met it before, %d of %d failed ones"
                        + " (p %.2g, %.2g among all facts). Failed without it: %s",
                found.tasksFor(),
                found.tasksAgainst(),
                runs.goodKnew(),
                runs.good(),
                runs.badKnew(),
                runs.bad(),
                found.pValue(),
                found.adjusted(),
                found.lacked().stream().limit(5).collect(Collectors.joining(", ")));
    }

    /** A hash that tells nothing of the fact or of whom it is about. */
    private static String key(Owner owner, Fact fact) {
        String named =
                String.join("\n", String.valueOf(owner.userId()), fact.kind().name(), fact.text());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
