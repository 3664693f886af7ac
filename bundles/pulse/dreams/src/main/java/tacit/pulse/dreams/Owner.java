package tacit.pulse.dreams;

import java.util.List;
import java.util.Optional;
import tacit.api.memory.Evidence;
import tacit.api.reflect.DreamCandidate;

/** The memory that a candidate is about: it alone changes what it keeps. Thread-safe. */
interface Owner {

    /** What stands there now, before a candidate is done. */
    Memo before(DreamCandidate candidate);

    /** Does a candidate; doing it again changes nothing more. */
    Deed apply(DreamCandidate candidate, List<Evidence> evidence);

    /** The memory that shows that a candidate is done; empty when it is not. */
    Optional<String> done(DreamCandidate candidate);

    /**
     * Takes back what was done.
     *
     * @param memo what stood there before
     * @param statement the operator's word, as evidence
     */
    Deed undo(DreamCandidate candidate, Memo memo, Evidence statement);
}
