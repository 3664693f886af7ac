package tacit.memory.archive;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.Audience;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.CaptureResult.Reason;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryStore.Stored;
import tacit.api.memory.WriteGate;
import tacit.memory.words.Tokens;

/** Takes what happened into the archive, step by step, and says at which step it ended. Stateless. */
final class Capturing {

    private final Shelf shelf;
    private final StoredSettings settings;
    private final WriteGate gate;
    private final Clock clock;

    Capturing(Shelf shelf, StoredSettings settings, WriteGate gate, Clock clock) {
        this.shelf = shelf;
        this.settings = settings;
        this.gate = gate;
        this.clock = clock;
    }

    CaptureResult capture(CaptureRequest request) {
        boolean readAlong = request.place().audience() != Audience.Kind.PRIVATE;
        if (!request.place().retains() || (readAlong && !request.place().sharedAllowed())) {
            return not(Reason.NOT_RETAINED, "the run is one that is not remembered");
        }
        if (Marks.forbidsMemory(request.content())) {
            return not(Reason.MARKED_NO_MEMORY, "the text asks not to be remembered");
        }
        ArchiveSettings now = settings.of(request.workspaceId());
        CaptureResult off = off(now);
        if (off != null) {
            return off;
        }
        String text = Marks.withoutPrivate(request.content());
        if (Exclusions.exclude(now.excludedPatterns(), text)) {
            return not(Reason.EXCLUDED, "a pattern of the workspace excludes the text");
        }
        ArchivePrivacy privacy = privacy(request, now, text, readAlong);
        return gated(entry(request, now, text, privacy), null);
    }

    private static @Nullable CaptureResult off(ArchiveSettings settings) {
        if (!settings.enabled()) {
            return not(Reason.DISABLED, "the archive of the workspace is off");
        }
        if (!settings.autoCapture()) {
            return not(Reason.CAPTURE_OFF, "the capture of the workspace is off");
        }
        return settings.privacy() == Privacy.DISABLED
                ? not(Reason.PRIVACY, "the workspace remembers nothing for privacy")
                : null;
    }

    private static ArchivePrivacy privacy(
            CaptureRequest request, ArchiveSettings settings, String text, boolean readAlong) {
        if (!text.equals(request.content())) {
            return ArchivePrivacy.REDACTED;
        }
        boolean hidden =
                request.privately() || readAlong || settings.privacy() == Privacy.STRICT || Marks.isDelicate(text);
        return hidden ? ArchivePrivacy.PRIVATE : ArchivePrivacy.NORMAL;
    }

    private Entry entry(CaptureRequest request, ArchiveSettings settings, String text, ArchivePrivacy privacy) {
        ArchiveOrigin origin = request.origin();
        if (origin == null) {
            origin = request.taskId() == null ? ArchiveOrigin.UNKNOWN : ArchiveOrigin.TASK;
        }
        int tokens = Tokens.of(text);
        boolean summedUp = settings.compression() && privacy == ArchivePrivacy.NORMAL;
        return new Entry(
                request.workspaceId(),
                Entry.reach(request.userId(), false),
                request.taskId(),
                request.type(),
                Texts.bounded(text, Texts.LONGEST_CONTENT),
                tokens,
                privacy,
                request.lane(),
                request.evidence(),
                origin,
                summedUp ? Batches.of(request, origin, text, tokens, clock.instant()) : null,
                null);
    }

    /**
     * Stores an entry when the gate lets it pass.
     *
     * @param key what stands for the same again; null for none. Where it was there, the result is STORED with words
     */
    CaptureResult gated(Entry entry, @Nullable String key) {
        GateDecision decision = gate.evaluate(entry.write(key));
        return switch (decision.answer()) {
            case BLOCKED -> not(Reason.BLOCKED, decision.words());
            case STAGED -> new CaptureResult(Reason.STAGED, null, decision.pendingId(), decision.words());
            case ALLOWED -> stored(entry, key);
        };
    }

    private CaptureResult stored(Entry entry, @Nullable String key) {
        try {
            Stored stored = shelf.put(entry, key);
            return new CaptureResult(Reason.STORED, stored.record(), null, stored.added() ? "" : "it was there before");
        } catch (IllegalArgumentException e) {
            return not(Reason.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static CaptureResult not(Reason reason, String words) {
        return new CaptureResult(reason, null, null, words);
    }
}
