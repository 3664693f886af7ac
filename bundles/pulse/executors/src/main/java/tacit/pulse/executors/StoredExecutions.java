package tacit.pulse.executors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.Executions;
import tacit.api.execute.TaskBrief;
import tacit.api.ingest.Redactor;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps work in the database; a loop does it. Thread-safe. */
@Component(service = {Executions.class, StoredExecutions.class})
public final class StoredExecutions implements Executions {

    private static final int LONGEST_ID = 400;

    private final Database database;
    private final Devices devices;
    private final LiveWork live;
    private final AuditLog audit;
    private final Clock clock;
    private final Cleaning cleaning;

    @Activate
    public StoredExecutions(
            @Reference Database database,
            @Reference Redactor redactor,
            @Reference Devices devices,
            @Reference LiveWork live,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.database = database;
        this.devices = devices;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
        cleaning = new Cleaning(redactor);
        database.migrate("tacit.pulse.executors", StoredExecutions.class);
    }

    Cleaning cleaning() {
        return cleaning;
    }

    @Override
    public Execution submit(TaskBrief brief, @Nullable String approvalId) {
        if (brief.id().length() > LONGEST_ID) {
            throw new IllegalArgumentException("id must have at most " + LONGEST_ID + " characters");
        }
        Optional<Execution> there = ofBrief(brief.id());
        if (there.isPresent()) {
            return same(there.get(), brief);
        }
        Route route = devices.route(brief);
        if (route.targets().isEmpty()) {
            throw new IllegalArgumentException(route.refusal(brief.id()));
        }
        TaskBrief clean = cleaning.brief(brief);
        Execution execution = database.write(session -> {
            ExecutionRows rows = new ExecutionRows(session);
            rows.insert(
                    id(brief.id()),
                    clean,
                    approvalId,
                    cleaning.lines(route.passedOver()),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            return rows.ofBrief(brief.id()).orElseThrow();
        });
        live.ring();
        return same(execution, brief);
    }

    /** One id is one piece of work: another workspace learns nothing of it. */
    private static Execution same(Execution there, TaskBrief brief) {
        if (!there.brief().workspaceId().equals(brief.workspaceId())
                || !there.brief().profileId().equals(brief.profileId())) {
            throw new IllegalArgumentException("id must be that of other work, got '" + brief.id() + "' once more");
        }
        return there;
    }

    private static String id(String briefId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(briefId.getBytes(StandardCharsets.UTF_8));
            return "ex-" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean release(String id, String by) {
        Optional<Execution> waiting = find(id).filter(one -> one.state() == State.WAITING);
        if (waiting.isEmpty()) {
            return false;
        }
        audit.write(by, "execution.release", id, where(waiting.get()));
        boolean released = database.write(session -> {
            ExecutionRows rows = new ExecutionRows(session);
            return rows.find(id)
                    .map(now -> rows.release(id, more(now, "released by " + by)))
                    .orElse(false);
        });
        live.ring();
        return released;
    }

    @Override
    public boolean cancel(String id, String by, String reason) {
        Optional<Execution> open = find(id).filter(one -> !one.state().ended());
        if (open.isEmpty()) {
            return false;
        }
        audit.write(by, "execution.cancel", id, where(open.get()));
        boolean cancelled = database.write(session -> {
            ExecutionRows rows = new ExecutionRows(session);
            return rows.find(id)
                    .map(now -> rows.cancel(
                            id,
                            more(now, "cancelled by " + by + (reason.isBlank() ? "" : ": " + reason)),
                            clock.instant()))
                    .orElse(false);
        });
        if (cancelled) {
            live.stop(id, LiveWork.Why.CANCELLED);
            live.ring();
        }
        return cancelled;
    }

    private static Map<String, String> where(Execution execution) {
        return Map.of(
                "workspace", execution.brief().workspaceId(),
                "profile", execution.brief().profileId(),
                "state", execution.state().name());
    }

    private List<String> more(Execution execution, String line) {
        List<String> lines = new ArrayList<>(execution.routing());
        lines.add(line);
        return cleaning.lines(lines);
    }

    @Override
    public Optional<Execution> find(String id) {
        return database.read(session -> new ExecutionRows(session).find(id));
    }

    @Override
    public Optional<Execution> ofBrief(String briefId) {
        return database.read(session -> new ExecutionRows(session).ofBrief(briefId));
    }

    @Override
    public Page<Execution> list(
            @Nullable String profileId, @Nullable String workspaceId, @Nullable State state, PageRequest page) {
        return database.read(session -> new ExecutionRows(session).list(profileId, workspaceId, state, page));
    }

    @Override
    public List<Execution> open(@Nullable String profileId) {
        return database.read(session -> new ExecutionRows(session).open(profileId));
    }

    /** How much of a workspace used more than it was allowed. */
    public long overBudget(String workspaceId) {
        return database.read(session -> new ExecutionRows(session).overBudget(workspaceId));
    }

    @Override
    public List<String> executors() {
        return devices.executors();
    }

    @Override
    public List<Device> devices() {
        return devices.all(live.running());
    }
}
