package tacit.memory.external;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.ExternalForgetting;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.ExternalNote;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.RemoteCopy;
import tacit.api.memory.WriteTarget;
import tacit.api.store.Scope;

/** Does writes to memories outside; the audit log says so first. Thread-safe. */
@Component(service = {WriteTarget.class, ExternalWrites.class})
public final class ExternalWrites implements WriteTarget {

    private static final String ACTOR = "external";

    private final Externals externals;
    private final Copies copies;
    private final Notes notes;
    private final MemoryStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public ExternalWrites(
            @Reference Externals externals,
            @Reference Copies copies,
            @Reference Notes notes,
            @Reference MemoryStore store,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.externals = externals;
        this.copies = copies;
        this.notes = notes;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public MemoryWrite.Target target() {
        return MemoryWrite.Target.EXTERNAL;
    }

    @Override
    public String apply(MemoryWrite write) {
        SortedMap<String, String> parts = write.payload();
        ExternalMemory memory = externals.on(parts.get(Outgoing.PROVIDER));
        return switch (write.action()) {
            case Outgoing.REMEMBER, Outgoing.MIRROR -> remember(memory, write);
            case Outgoing.FORGET -> forget(memory, write);
            default ->
                throw new IllegalArgumentException(
                        "action must be one that memories outside know, got '" + write.action() + "'");
        };
    }

    private String remember(ExternalMemory memory, MemoryWrite write) {
        SortedMap<String, String> parts = write.payload();
        String content = parts.get(MemoryWrite.CONTENT);
        if (content == null || content.isBlank()) {
            throw new IllegalArgumentException("content must be given");
        }
        if (write.action().equals(Outgoing.MIRROR)) {
            refuseChanged(write);
        }
        String source = parts.get(MemoryWrite.ID);
        note(memory.id(), write.action(), write.workspaceId(), source == null ? memory.id() : source);
        RemoteCopy copy = memory.remember(new ExternalNote(
                write.workspaceId(),
                externals.name(write.workspaceId()),
                content.strip(),
                parts.get(Outgoing.CONTAINER),
                metadata(parts),
                write.action().equals(Outgoing.MIRROR)));
        if (source != null) {
            copies.sent(
                    new Copies.Place(memory.id(), write.workspaceId(), source),
                    copy,
                    Digest.of(content),
                    clock.instant());
        } else {
            notes.add(left(memory, write, copy, content), clock.instant());
        }
        return copy.id();
    }

    private static Notes.Note left(ExternalMemory memory, MemoryWrite write, RemoteCopy copy, String content) {
        return new Notes.Note(
                memory.id(),
                write.workspaceId(),
                copy,
                write.payload().get(MemoryWrite.USER),
                write.taskId(),
                Digest.of(content.strip()),
                Notes.State.SENT,
                0);
    }

    /** Days may lie between the question and its answer. */
    private void refuseChanged(MemoryWrite write) {
        SortedMap<String, String> parts = write.payload();
        String id = parts.get(MemoryWrite.ID);
        Optional<MemoryRecord> memory =
                id == null ? Optional.empty() : store.find(Scope.ofWorkspace(write.workspaceId()), id);
        if (memory.filter(Mirrored::mayLeave)
                .filter(found -> Digest.of(found.text()).equals(parts.get(Outgoing.DIGEST)))
                .isEmpty()) {
            throw new IllegalArgumentException("The memory may not leave this host any more");
        }
    }

    private static SortedMap<String, String> metadata(SortedMap<String, String> parts) {
        SortedMap<String, String> metadata = new TreeMap<>();
        parts.forEach((name, value) -> {
            if (name.startsWith(Outgoing.METADATA)) {
                metadata.put(name.substring(Outgoing.METADATA.length()), value);
            }
        });
        return metadata;
    }

    private String forget(ExternalMemory memory, MemoryWrite write) {
        SortedMap<String, String> parts = write.payload();
        String remote = parts.get(Outgoing.REMOTE);
        // What an agent calls an id may be anything, and the audit log holds no text
        note(memory.id(), Outgoing.FORGET, write.workspaceId(), memory.id());
        Optional<Notes.Note> known =
                remote == null ? Optional.empty() : notes.find(memory.id(), write.workspaceId(), remote);
        memory.forget(new ExternalForgetting(
                write.workspaceId(),
                externals.name(write.workspaceId()),
                remote,
                known.map(note -> note.copy().documentId()).orElse(null),
                remote == null ? parts.get(MemoryWrite.CONTENT) : null,
                parts.get(Outgoing.CONTAINER),
                false));
        known.ifPresent(notes::drop);
        return remote == null ? memory.id() : remote;
    }

    /** Lets a memory outside forget a copy whose memory is gone here, which nobody has to approve. */
    void forget(ExternalMemory memory, Copies.Copy copy) {
        note(
                memory.id(),
                Outgoing.FORGET,
                copy.place().workspaceId(),
                copy.place().memoryId());
        memory.forget(new ExternalForgetting(
                copy.place().workspaceId(),
                externals.name(copy.place().workspaceId()),
                copy.remoteId(),
                copy.documentId(),
                null,
                copy.container(),
                true));
    }

    /** Lets a memory outside forget a note, which nobody has to approve either. */
    void forget(ExternalMemory memory, Notes.Note note) {
        note(memory.id(), Outgoing.FORGET, note.workspaceId(), memory.id());
        memory.forget(new ExternalForgetting(
                note.workspaceId(),
                externals.name(note.workspaceId()),
                note.copy().id(),
                note.copy().documentId(),
                null,
                note.copy().container(),
                true));
    }

    private void note(String provider, String action, String workspaceId, String subject) {
        audit.write(ACTOR, "external." + action, subject, Map.of("workspace", workspaceId, "provider", provider));
    }
}
