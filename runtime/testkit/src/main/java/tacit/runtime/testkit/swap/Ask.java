package tacit.runtime.testkit.swap;

import java.util.function.Supplier;

/** Something that callers ask of a role again and again. Confined to one thread. */
interface Ask {

    /** Asks once; false when the answer is not what it must be. */
    boolean holds();

    /** A question that must be answered as it is answered now. */
    static Ask same(Supplier<Object> question) {
        String first = String.valueOf(question.get());
        return () -> String.valueOf(question.get()).equals(first);
    }
}
