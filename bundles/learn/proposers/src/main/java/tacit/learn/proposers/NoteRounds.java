package tacit.learn.proposers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.NoteProposer;
import tacit.api.experiment.Proposers.Fate;
import tacit.api.ingest.Redactor;
import tacit.api.learn.ReplayCases;
import tacit.api.memory.GateDecision;
import tacit.api.memory.WriteGate;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.learn.proposers.guards.OlderTasks;

/** Asks for notes and puts them before somebody; stores none. Thread-safe; one round of a proposer at a time. */
@Component(service = NoteRounds.class)
@Designate(ocd = NoteRounds.Config.class)
public final class NoteRounds {

    private static final Logger log = LoggerFactory.getLogger(NoteRounds.class);

    private final Database database;
    private final Registered<NoteProposer> proposers = new Registered<>(NoteProposer::name);
    private final ReplayCases cases;
    private final TraceStore traces;
    private final WriteGate gate;
    private final ProposedNotes proposed;
    private final Wording wording;
    private final Clock clock;
    private final int mostNotes;

    /** How much people are asked. */
    @ObjectClassDefinition(name = "Tacit proposals of notes")
    public @interface Config {

        @AttributeDefinition(
                description = "Notes that are put before somebody in one round; 0 asks for none, in [0, 100]",
                min = "0",
                max = "100")
        int most_notes() default 3;
    }

    @Activate
    public NoteRounds(
            @Reference Database database,
            @Reference ReplayCases cases,
            @Reference TraceStore traces,
            @Reference WriteGate gate,
            @Reference Redactor redactor,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        this.cases = cases;
        this.traces = traces;
        this.gate = gate;
        this.clock = clock;
        wording = new Wording(redactor);
        mostNotes = Checked.within("most.notes", config.most_notes(), 0, 100);
        database.migrate(StoredProposers.OWNER, StoredProposers.class);
        proposed = new ProposedNotes(database);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProposer(NoteProposer proposer) {
        proposers.add(proposer);
    }

    public void removeProposer(NoteProposer proposer) {
        proposers.remove(proposer);
    }

    /** Those that are asked, by name. */
    SortedMap<String, NoteProposer> asked() {
        return mostNotes == 0 ? new TreeMap<>() : proposers.byName();
    }

    /** What came of it, as it was written down. */
    RoundRows.Result ask(Scope scope, NoteProposer proposer) {
        String name = proposer.name();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RoundRows.Round round = new RoundRows.Round(scope.workspaceId(), name, now);
        database.write(session -> new RoundRows(session).begin(round));
        NoteProposer.Answer answer = answer(scope, proposer);
        List<String> said = new ArrayList<>();
        List<Fate> refused = new ArrayList<>();
        answer.notes().stream().limit(mostNotes).forEach(note -> {
            GateDecision decision = stage(scope, name, note, now);
            if (decision.answer() == GateDecision.Answer.STAGED) {
                said.add("A note waits for somebody's approval as " + decision.pendingId());
            } else {
                refused.add(new Fate("A note", null, wording.line(decision.words()), now));
            }
        });
        long entered = said.size();
        said.addAll(answer.remarks());
        RoundRows.Result result =
                new RoundRows.Result(entered, refused.size(), 0, wording.notes(said), List.copyOf(refused));
        database.write(session -> {
            new RoundRows(session).end(round, result);
            return round;
        });
        return result;
    }

    private NoteProposer.Answer answer(Scope scope, NoteProposer proposer) {
        OlderTasks older = new OlderTasks(cases, traces, scope);
        NoteProposer.Context context =
                new NoteProposer.Context(older::allows, key -> proposed.known(scope, key), mostNotes);
        try {
            return proposer.propose(scope, context);
        } catch (RuntimeException e) {
            log.warn("Proposer '{}' failed; it is asked again at its next time", proposer.name(), e);
            return NoteProposer.Answer.nothing("It failed: " + e);
        }
    }

    /** Kept as proposed once it waits: one that could not be kept is proposed again. */
    private GateDecision stage(Scope scope, String name, NoteProposer.Note note, Instant now) {
        if (!note.write().workspaceId().equals(scope.workspaceId())) {
            return refused("It is for workspace '" + note.write().workspaceId() + "'");
        }
        if (note.keys().stream().anyMatch(key -> proposed.known(scope, key))) {
            return refused("It was proposed before");
        }
        GateDecision decision = gate.propose(note.write());
        String pending = decision.pendingId();
        if (pending != null) {
            proposed.keep(scope, name, note.keys(), pending, now);
        }
        return decision;
    }

    private static GateDecision refused(String words) {
        return new GateDecision(GateDecision.Answer.BLOCKED, null, words);
    }
}
