package tacit.memory.external;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.memory.external.Copies.Copy;
import tacit.memory.external.Copies.State;

/**
 * Keeps memories outside like the archive: copies what is new as far as the gate allows, compares each copy with its memory,
 * and has those forgotten whose memory is gone, says something else, or may not be outside. Confined to one thread.
 *
 * <p>It compares what is there and is told of nothing: no write of a memory waits for it, and nothing is missed while it is
 * not there.
 */
@Component(service = ArchiveMirror.class)
public final class ArchiveMirror {

    private static final Logger log = LoggerFactory.getLogger(ArchiveMirror.class);

    private static final int COMPARED = 500;
    private static final int SENT_AT_ONCE = 50;

    private final Externals externals;
    private final Copies copies;
    private final Sending sending;
    private final ExternalWrites writes;
    private final MemoryStore store;
    private final TraceStore traces;
    private final Clock clock;
    private final Looks looks;
    private final Map<String, String> compared = new HashMap<>();

    @Activate
    public ArchiveMirror(
            @Reference Externals externals,
            @Reference Copies copies,
            @Reference Sending sending,
            @Reference ExternalWrites writes,
            @Reference MemoryStore store,
            @Reference TraceStore traces,
            @Reference Clock clock) {
        this.externals = externals;
        this.copies = copies;
        this.sending = sending;
        this.writes = writes;
        this.store = store;
        this.traces = traces;
        this.clock = clock;
        this.looks = new Looks(copies, store, clock);
    }

    /** Does what is due; what fails is tried again later. Nothing is sent to a memory that is switched off. */
    public void pass() {
        List<ExternalMemory> there = externals.all();
        looks.skipAllBut(there.stream().map(ExternalMemory::id).collect(Collectors.toSet()));
        for (ExternalMemory memory : there) {
            try {
                pass(memory, Externals.isEnabled(memory));
            } catch (RuntimeException e) {
                log.warn("Cannot keep a memory outside like the archive; the next look is to come", e);
            }
        }
    }

    private void pass(ExternalMemory memory, boolean on) {
        if (on && memory.mirrors()) {
            traces.workspaces().forEach(workspace -> looks.look(memory.id(), workspace));
        } else {
            looks.skip(memory.id());
        }
        compare(memory.id(), State.SENT, copy -> copies.move(copy, State.FORGETTING, 0, clock.instant()));
        compare(memory.id(), State.HELD, copy -> copies.drop(copy.place()));
        if (on) {
            each(memory, State.FORGETTING, copy -> forget(memory, copy));
            each(memory, State.WAITING, copy -> send(memory, copy));
        }
    }

    /** Looks at some copies at a time, all of them in turns. */
    private void compare(String provider, State state, Consumer<Copy> differs) {
        String turn = provider + " " + state;
        List<Copy> some = copies.behind(provider, state, compared.getOrDefault(turn, ""), COMPARED);
        some.stream().filter(copy -> !isLike(copy)).forEach(differs);
        compared.put(
                turn,
                some.size() < COMPARED ? "" : some.get(COMPARED - 1).place().memoryId());
    }

    private boolean isLike(Copy copy) {
        return current(copy)
                .filter(memory -> Digest.of(memory.text()).equals(copy.digest()))
                .isPresent();
    }

    /** The memory of a copy, where it may have one. */
    private Optional<MemoryRecord> current(Copy copy) {
        return store.find(
                        Scope.ofWorkspace(copy.place().workspaceId()),
                        copy.place().memoryId())
                .filter(Mirrored::mayLeave);
    }

    // An edge: a service that fails is not asked for the others at once
    private void each(ExternalMemory memory, State state, Consumer<Copy> step) {
        for (Copy copy : copies.due(memory.id(), state, clock.instant(), SENT_AT_ONCE)) {
            try {
                step.accept(copy);
            } catch (RuntimeException e) {
                log.debug("Cannot keep a copy in '{}'; it is tried again", memory.id(), e);
                later(copy);
                return;
            }
        }
    }

    private void later(Copy copy) {
        Instant next = clock.instant().plus(Pauses.after(copy.attempts()));
        copies.move(copy, copy.state(), copy.attempts() + 1, next);
    }

    private void send(ExternalMemory memory, Copy copy) {
        Optional<MemoryRecord> found = current(copy);
        if (found.isEmpty()) {
            copies.drop(copy.place());
            return;
        }
        MemoryRecord record = found.get();
        copies.reword(copy.place(), Digest.of(record.text()));
        Sending.Sent sent = sending.send(
                Outgoing.of(record.workspaceId(), Outgoing.MIRROR, MemoryWrite.Origin.EXTERNAL_MIRROR, memory.id())
                        .content(record.text())
                        .memory(record)
                        .metadata("source", Mirrored.LAYER)
                        .metadata("type", record.kind())
                        .run(record.attribute(Mirrored.TASK).orElse(null), record.evidence())
                        .write());
        if (!sent.done()) {
            copies.move(copy, State.HELD, 0, clock.instant());
        }
    }

    private void forget(ExternalMemory memory, Copy copy) {
        writes.forget(memory, copy);
        copies.drop(copy.place());
        current(copy)
                .ifPresent(record -> copies.add(
                        memory.id(),
                        record.workspaceId(),
                        Map.of(record.id(), Digest.of(record.text())),
                        clock.instant()));
    }
}
