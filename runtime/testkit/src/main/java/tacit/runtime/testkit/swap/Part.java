package tacit.runtime.testkit.swap;

import java.util.List;

/** A bundle that adapts, as those know it who ask its roles. */
interface Part {

    /** The symbolic name of the bundle. */
    String bundle();

    /** Makes what its swaps must keep. */
    void make();

    /** What one thread of callers asks; the thread writes for itself alone. */
    List<Ask> asks(int thread);
}
