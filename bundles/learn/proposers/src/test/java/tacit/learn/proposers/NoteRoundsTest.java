package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.proposers.World.SCOPE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.experiment.NoteProposer;
import tacit.api.experiment.Proposers.Report;
import tacit.api.experiment.Proposers.Status;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class NoteRoundsTest {

    @TempDir
    Path folder;

    private World world;
    private final List<NoteProposer.Context> told = new ArrayList<>();
    private final List<NoteProposer.Note> notes = new ArrayList<>();

    @BeforeEach
    void open(Database database) {
        world = new World(database, folder);
        world.noteProposers.add(new NoteProposer() {
            @Override
            public String name() {
                return "missing";
            }

            @Override
            public Answer propose(Scope scope, Context context) {
                told.add(context);
                return new Answer(notes, List.of("looked"));
            }
        });
    }

    private static NoteProposer.Note note(String workspace, String text, String... keys) {
        SortedMap<String, String> attributes = new TreeMap<>();
        MemoryDraft draft = new MemoryDraft(
                workspace,
                "archive",
                "insight",
                "missing context",
                text,
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.FOREIGN,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                0.5,
                null,
                null,
                null,
                attributes);
        MemoryWrite write = new MemoryWrite(
                workspace,
                MemoryWrite.Target.ARCHIVE,
                MemoryPayload.KEEP,
                MemoryWrite.Origin.BACKGROUND,
                null,
                MemoryPayload.of(draft),
                null,
                "why",
                draft.evidence());
        return new NoteProposer.Note(List.of(keys), write);
    }

    private static String key(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    private List<PendingWrite> waiting() {
        return world.gate()
                .list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(100))
                .rows();
    }

    @Test
    void putsANoteBeforeSomebodyAndStoresNothing() {
        notes.add(note("default", "Ask for the invoice first", key('a')));

        Report report = world.start().look(SCOPE, "ada");

        assertThat(waiting()).singleElement().satisfies(write -> {
            assertThat(write.status()).isEqualTo(PendingWrite.Status.PENDING);
            assertThat(write.write().payload()).containsEntry("lane", "foreign");
        });
        assertThat(report.notes())
                .contains(
                        "missing: A note waits for somebody's approval as "
                                + waiting().get(0).id(),
                        "missing: looked");
        assertThat(report.entered()).isEmpty();
    }

    @Test
    void neverPutsARejectedNoteBeforeSomebodyAgain() {
        notes.add(note("default", "Ask for the invoice first", key('a')));
        world.start().look(SCOPE, "ada");
        world.gate().reject(SCOPE, waiting().get(0).id(), "ada", "no");
        notes.set(0, note("default", "Ask for the invoice before all", key('b'), key('a')));

        world.clock.pass(Duration.ofDays(400));
        Report again = world.start().look(SCOPE, "ada");

        assertThat(waiting()).isEmpty();
        assertThat(again.refused()).isEqualTo(1);
        assertThat(told.get(1).known()).accepts(key('a')).rejects(key('b'));
        Status status = world.start().status(SCOPE).get(0);
        assertThat(status.latest().get(0).refusal()).isEqualTo("It was proposed before");
        assertThat(status.entered()).isEqualTo(1);
    }

    @Test
    void proposesAgainWhatTheQueueHadNoRoomFor() {
        for (char digit : "12345".toCharArray()) {
            world.gate().propose(note("default", "Other " + digit, key(digit)).write());
        }
        notes.add(note("default", "Ask for the invoice first", key('a')));
        assertThat(world.start().look(SCOPE, "ada").refused()).isEqualTo(1);
        assertThat(told.get(0).known()).rejects(key('a'));
        world.gate().reject(SCOPE, waiting().get(0).id(), "ada", null);

        world.start().look(SCOPE, "ada");

        assertThat(waiting()).anySatisfy(write -> assertThat(write.write().payload())
                .containsEntry("content", "Ask for the invoice first"));
    }

    @Test
    void takesNoMoreNotesThanPeopleShallBeAsked() {
        for (char digit : "1234".toCharArray()) {
            notes.add(note("default", "Note " + digit, key(digit)));
        }

        world.noteSettings.put("most_notes", 2);
        world.start().look(SCOPE, "ada");
        assertThat(waiting()).hasSize(2);
        assertThat(told.get(0).mostNotes()).isEqualTo(2);

        world.noteSettings.put("most_notes", 0);
        world.start().look(SCOPE, "ada");
        assertThat(told).hasSize(1);
    }

    @Test
    void refusesANoteForAnotherWorkspace() {
        notes.add(note("other", "Ask for the invoice first", key('a')));

        assertThat(world.start().look(SCOPE, "ada").refused()).isEqualTo(1);

        assertThat(world.gate()
                        .list(Scope.ofWorkspace("other"), null, PageRequest.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    void asksWhenItIsTimeAndNotWhileLearningIsOff() {
        StoredProposers proposers = world.start();
        world.switches.on = false;
        proposers.lookIfDue(SCOPE);
        assertThat(told).isEmpty();

        world.switches.on = true;
        proposers.lookIfDue(SCOPE);
        proposers.lookIfDue(SCOPE);
        assertThat(told).hasSize(1);

        world.clock.pass(Duration.ofMinutes(361));
        world.start().lookIfDue(SCOPE);
        assertThat(told).hasSize(2);
    }

    @Test
    void allowsRunsOfOlderTasksOnly() {
        Trace old = Trace.builder("t1").taskKey("a").startedAt(World.middle()).build();
        Trace late = Trace.builder("t2")
                .taskKey("b")
                .startedAt(World.middle().plusSeconds(1))
                .build();
        world.traces.traces.addAll(List.of(old, late));

        world.start().look(SCOPE, "ada");

        assertThat(told.get(0).mayLookAt()).accepts(old).rejects(late);
    }

    @Test
    void goesOnWhenAProposerFails() {
        world.noteProposers.set(0, new NoteProposer() {
            @Override
            public String name() {
                return "missing";
            }

            @Override
            public Answer propose(Scope scope, Context context) {
                throw new IllegalStateException("no");
            }
        });

        Report report = world.start().look(SCOPE, "ada");

        assertThat(report.notes()).anyMatch(note -> note.startsWith("missing: It failed"));
    }
}
