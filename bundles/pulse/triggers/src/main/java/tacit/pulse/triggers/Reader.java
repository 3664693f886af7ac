package tacit.pulse.triggers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerReading;

/**
 * Has a trigger read what came in. What it tells, what it remembers, the files that it knows and the delivery that it took are kept
 * together, and only then told on: a host that dies before has read nothing, one that dies after tells of it when it is up again.
 * Thread-safe.
 */
@Component(service = Reader.class)
public final class Reader {

    private static final int TRIES = 5;

    /** For how long a reading without anything new is not kept. */
    private static final Duration UNKEPT = Duration.ofMinutes(10);

    private final Sources sources;
    private final SqlReadings readings;
    private final Forwarding forwarding;
    private final Redactor redactor;
    private final Calls calls;

    @Activate
    public Reader(
            @Reference Sources sources,
            @Reference SqlReadings readings,
            @Reference Forwarding forwarding,
            @Reference Redactor redactor,
            @Reference Calls calls) {
        this.sources = sources;
        this.readings = readings;
        this.forwarding = forwarding;
        this.redactor = redactor;
        this.calls = calls;
    }

    /**
     * What came in.
     *
     * @param asked when it was asked last, as far as this host knows; null for not yet
     * @param delivery which request it is; null for none
     * @param changes what became of files; null when none were looked at
     * @param since the reading after which these files were known; anything without files
     */
    record Came(
            Instant at,
            @Nullable Instant asked,
            @Nullable Request request,
            @Nullable String delivery,
            List<WatchedFile> files,
            @Nullable FileChanges changes,
            long since) {

        static Came ofRequest(Instant at, Request request, String delivery) {
            return new Came(at, null, request, delivery, List.of(), null, 0);
        }

        static Came ofFiles(Instant at, List<WatchedFile> files, FileChanges changes, long since) {
            return new Came(at, null, null, null, files, changes, since);
        }

        static Came ofTime(Instant at, @Nullable Instant asked) {
            return new Came(at, asked, null, null, List.of(), null, 0);
        }
    }

    /** How many signals a reading told, or that its delivery had come before or other files were known by now. */
    record Result(int told, boolean repeated) {

        static final Result REPEATED = new Result(0, true);
    }

    /**
     * Reads, keeps and tells.
     *
     * @throws IllegalArgumentException as the trigger says, when the ingress is none
     * @throws RuntimeException when the trigger fails, or asks for more than it may; nothing was kept
     */
    Result read(TriggerSource source, Trigger trigger, Came came) {
        synchronized (sources.lock(source.id())) {
            for (int i = 0; i < TRIES; i++) {
                if (came.delivery() != null && readings.isTaken(source.id(), came.delivery())) {
                    return Result.REPEATED;
                }
                Result result = once(source, trigger, came);
                if (result != null) {
                    return result;
                }
            }
        }
        throw new IllegalStateException("Cannot keep a reading of trigger '" + source.id() + "': others keep theirs");
    }

    /** Null when another host was faster. */
    private @Nullable Result once(TriggerSource source, Trigger trigger, Came came) {
        State from = readings.state(source.id());
        if (came.changes() != null && came.since() != from.sequence()) {
            return Result.REPEATED;
        }
        Instant previous = later(from.readAt(), came.asked());
        TriggerReading reading = calls.read(
                source, trigger, new TriggerIngress(came.at(), previous, from.memory(), came.request(), came.files()));
        CleanReading clean = new CleanReading(redactor, source.configuration());
        long sequence = from.sequence() + 1;
        List<SignalDraft> drafts = clean.drafts(reading, Forwarding.reference(source.id(), sequence));
        Map<String, String> memory = clean.memory(reading);
        if (isNothing(from, came, drafts, memory)) {
            return new Result(0, false);
        }
        String watched =
                came.changes() == null ? from.watched() : came.changes().watched();
        boolean kept = readings.keep(new SqlReadings.Reading(
                source.id(),
                source.configuration().workspaceId(),
                from,
                new State(sequence, memory, watched, came.at()),
                came.delivery(),
                came.changes(),
                drafts,
                came.at()));
        if (!kept) {
            return null;
        }
        if (!drafts.isEmpty()) {
            forwarding.tell(new SqlReadings.Untold(source.id(), sequence, drafts));
        }
        return new Result(drafts.size(), false);
    }

    private static boolean isNothing(State from, Came came, List<SignalDraft> drafts, Map<String, String> memory) {
        Instant kept = from.readAt();
        return kept != null
                && drafts.isEmpty()
                && memory.equals(from.memory())
                && came.delivery() == null
                && came.changes() == null
                && came.at().isBefore(kept.plus(UNKEPT));
    }

    private static @Nullable Instant later(@Nullable Instant kept, @Nullable Instant asked) {
        if (kept == null || asked == null) {
            return kept;
        }
        return asked.isAfter(kept) ? asked : kept;
    }
}
