package tacit.learn.proposers;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.NoteProposer;
import tacit.api.experiment.Proposer;
import tacit.api.experiment.Proposers;
import tacit.api.ingest.Redactor;
import tacit.api.learn.ReplayCases;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Keeps the rounds of proposers and what the day allows in the database. Thread-safe. */
@Component(service = {Proposers.class, StoredProposers.class})
@Designate(ocd = StoredProposers.Config.class)
public final class StoredProposers implements Proposers {

    /** Owns the tables. */
    public static final String OWNER = "tacit.learn.proposers";

    private final Standing standing;
    private final Registered<Proposer> proposers = new Registered<>(Proposer::name);
    private final CoreSwitches switches;
    private final AuditLog audit;
    private final Clock clock;
    private final Spending spending;
    private final Asking asking;
    private final Turns turns;
    private final NoteRounds noteRounds;
    private final Duration cadence;
    private final Duration kept;
    private final ReentrantLock looking = new ReentrantLock();

    /** How often proposers are asked, and how much a day may take. */
    @ObjectClassDefinition(name = "Tacit proposers of experiments")
    public @interface Config {

        @AttributeDefinition(
                description = "Minutes from one round of a proposer to its next, in [1, 43200]",
                min = "1",
                max = "43200")
        int propose_minutes() default 360;

        @AttributeDefinition(
                description = "Proposals that are taken of one round; 0 asks nobody, in [0, 100]",
                min = "0",
                max = "100")
        int most_proposals() default 3;

        @AttributeDefinition(
                description = "Cases that a proposer may have asked in one round, in [0, 1000000]",
                min = "0",
                max = "1000000")
        int search_cases() default 2_000;

        @AttributeDefinition(
                description = "Experiments that are run on one day by themselves; 0 runs none, in [0, 10000]",
                min = "0",
                max = "10000")
        int day_experiments() default 10;

        @AttributeDefinition(
                description = "Cases that are asked on one day, for experiments and for looking, in [0, 100000000]",
                min = "0",
                max = "100000000")
        int day_cases() default 20_000;

        @AttributeDefinition(
                description = "How often an experiment that could not be run is tried, in [1, 100]",
                min = "1",
                max = "100")
        int most_attempts() default 3;

        @AttributeDefinition(
                description =
                        "Days after which what a proposer proposed and nothing decided is rejected, so that others may"
                                + " change its places; 0 for never, in [0, 3650]",
                min = "0",
                max = "3650")
        int give_up_days() default 30;

        @AttributeDefinition(
                description = "Days for which proposers are told what was refused, in [1, 3650]",
                min = "1",
                max = "3650")
        int memory_days() default 180;

        @AttributeDefinition(
                description = "Days for which rounds are kept for people, in [1, 3650]",
                min = "1",
                max = "3650")
        int kept_days() default 90;
    }

    @Activate
    public StoredProposers(
            @Reference Database database,
            @Reference Experiments experiments,
            @Reference ReplayCases cases,
            @Reference CoreSwitches switches,
            @Reference NoteRounds noteRounds,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock,
            Config config) {
        this.switches = switches;
        this.noteRounds = noteRounds;
        this.audit = audit;
        this.clock = clock;
        database.migrate(OWNER, StoredProposers.class);
        standing = new Standing(database);
        spending = new Spending(
                database,
                clock,
                Checked.within("day.experiments", config.day_experiments(), 0, 10_000),
                Checked.within("day.cases", config.day_cases(), 0, 100_000_000));
        Wording wording = new Wording(redactor);
        Asking.Limits limits = new Asking.Limits(
                Checked.within("most.proposals", config.most_proposals(), 0, 100),
                Checked.within("search.cases", config.search_cases(), 0, 1_000_000),
                Duration.ofDays(Checked.within("memory.days", config.memory_days(), 1, 3_650)));
        asking = new Asking(database, experiments, spending, wording, clock, limits);
        Turns.Patience patience = new Turns.Patience(
                Checked.within("most.attempts", config.most_attempts(), 1, 100),
                Duration.ofDays(Checked.within("give.up.days", config.give_up_days(), 0, 3_650)));
        turns = new Turns(experiments, cases, spending, new Attempts(database), wording, clock, patience);
        cadence = limits.proposals() == 0
                ? Duration.ZERO
                : Duration.ofMinutes(Checked.within("propose.minutes", config.propose_minutes(), 1, 43_200));
        kept = Duration.ofDays(Checked.within("kept.days", config.kept_days(), 1, 3_650));
    }

    /** Those that ask roles come and go with the harness, and take nothing of this with them. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProposer(Proposer proposer) {
        proposers.add(proposer);
    }

    public void removeProposer(Proposer proposer) {
        proposers.remove(proposer);
    }

    @Override
    public Report look(Scope scope, String by) {
        if (scope.user().isPresent()) {
            throw new IllegalArgumentException("scope must be a workspace, got one of user '" + scope.userId() + "'");
        }
        audit.write(by, "proposers.look", scope.workspaceId(), Map.of());
        return look(scope, true);
    }

    /** Asks those whose time has come, and runs what waits. */
    Report lookIfDue(Scope scope) {
        return look(scope, false);
    }

    private Report look(Scope scope, boolean all) {
        if (!looking.tryLock()) {
            throw new IllegalStateException("A look is under way");
        }
        try {
            List<String> entered = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            int refused = 0;
            for (Proposer proposer : proposers.byName().values()) {
                if (!cadence.isZero() && allowed() && (all || due(scope, proposer.name()))) {
                    RoundRows.Result result = asking.ask(scope, proposer);
                    result.fates().stream().flatMap(fate -> id(fate).stream()).forEach(entered::add);
                    refused += (int) result.refused();
                    result.notes().forEach(note -> notes.add(proposer.name() + ": " + note));
                }
            }
            for (NoteProposer proposer : noteRounds.asked().values()) {
                if (!cadence.isZero() && allowed() && (all || due(scope, proposer.name()))) {
                    RoundRows.Result result = noteRounds.ask(scope, proposer);
                    refused += (int) result.refused();
                    result.notes().forEach(note -> notes.add(proposer.name() + ": " + note));
                }
            }
            Turns.Done done = turns.run(scope, this::allowed);
            notes.addAll(done.notes());
            if (!allowed()) {
                notes.add(switches.why(CoreStage.LEARNING));
            }
            return new Report(entered, refused, done.ran(), notes);
        } finally {
            looking.unlock();
        }
    }

    private static List<String> id(Fate fate) {
        String id = fate.experimentId();
        return id == null ? List.of() : List.of(id);
    }

    private boolean allowed() {
        return switches.on(CoreStage.LEARNING);
    }

    private boolean due(Scope scope, String name) {
        return standing.lastAt(scope, name)
                .map(last -> !last.plus(cadence).isAfter(clock.instant()))
                .orElse(true);
    }

    /** What is too old goes. */
    void forget() {
        standing.forgetBefore(clock.instant().minus(kept));
    }

    @Override
    public List<Status> status(Scope scope) {
        return scope.user().isPresent() ? List.of() : standing.of(scope, present());
    }

    private Set<String> present() {
        Set<String> names = new TreeSet<>(proposers.byName().keySet());
        names.addAll(noteRounds.asked().keySet());
        return names;
    }

    @Override
    public Budget budget() {
        Spending.Left left = spending.left();
        String note = allowed() ? "" : switches.why(CoreStage.LEARNING);
        return new Budget(left.day(), left.experiments(), left.cases(), note);
    }
}
