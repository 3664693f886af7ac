package tacit.api.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.memory.MemoryWrite;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;

/**
 * Thinks of notes that future runs might be told. The host asks it from time to time, never twice at once, and puts what it
 * proposes before somebody: nothing is stored before they approve. A proposer stores nothing itself.
 *
 * <p>It may look at those runs only that {@link Context#mayLookAt} allows. The same question gets the same answer.
 */
@ConsumerType
public interface NoteProposer {

    /** Short and stable, such as {@code missing-context}; no {@link Proposer} has the same one. */
    String name();

    /**
     * Proposes notes, the best first.
     *
     * @param scope a workspace
     * @return may hold no note, and then says why in its remarks
     */
    Answer propose(Scope scope, Context context);

    /**
     * What a proposer is told. Immutable.
     *
     * @param mayLookAt whether a run of the workspace may be looked at
     * @param known whether a note with this key was proposed before, whatever became of it; none with it is taken again
     * @param mostNotes more are not taken
     */
    record Context(Predicate<Trace> mayLookAt, Predicate<String> known, int mostNotes) {
        public Context {
            Objects.requireNonNull(mayLookAt, "mayLookAt");
            Objects.requireNonNull(known, "known");
            if (mostNotes < 0) {
                throw new IllegalArgumentException("mostNotes must not be negative, got " + mostNotes);
            }
        }
    }

    /**
     * One note. Immutable.
     *
     * @param keys one for each thing that it says: the same for the same thing again, with whatever figures; hashes and no words
     * @param write what somebody shall approve, without secrets
     */
    record Note(List<String> keys, MemoryWrite write) {
        public Note {
            Objects.requireNonNull(write, "write");
            keys = List.copyOf(keys);
            if (keys.isEmpty() || !keys.stream().allMatch(key -> key.matches("[0-9a-f]{64}"))) {
                throw new IllegalArgumentException("keys must be SHA-256 in hexadecimal digits, got " + keys);
            }
        }
    }

    /**
     * What a proposer thought of. Immutable.
     *
     * @param notes the best first
     * @param remarks what it looked at, for people; without contents of runs
     */
    record Answer(List<Note> notes, List<String> remarks) {
        public Answer {
            notes = List.copyOf(notes);
            remarks = List.copyOf(remarks);
        }

        /** Nothing, and why. */
        public static Answer nothing(String remark) {
            return new Answer(List.of(), List.of(remark));
        }
    }
}
