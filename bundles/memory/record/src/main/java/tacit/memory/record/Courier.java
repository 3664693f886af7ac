package tacit.memory.record;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import tacit.api.store.Scope;

/** Tells those who keep copies what changed. Thread-safe. */
interface Courier {

    /** Tells nobody. */
    Courier NONE = new Courier() {

        @Override
        public void wake() {}

        @Override
        public SortedMap<String, Long> deliverAll() {
            return Collections.emptySortedMap();
        }
    };

    /** Something changed: they are told soon. */
    void wake();

    /**
     * Returns after everybody was told everything.
     *
     * @return how many copies each of them changed for it
     * @throws IllegalStateException when somebody could not be told; they are told again later
     */
    SortedMap<String, Long> deliverAll();

    /** Somebody is about to have these forgotten: with the next delivery quotes of them are looked for, and again later. */
    default void expect(Scope scope, Collection<String> said) {}
}
