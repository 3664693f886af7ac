package tacit.adapt.learning;

import java.util.List;
import java.util.stream.Stream;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/** Reads as many documents as there are, a page at a time. */
final class DocumentPages {

    /** The most that a store answers at once. */
    static final int AT_ONCE = 1_000;

    private DocumentPages() {}

    /** Those stored first last before others; the next page is read when the one before it is used up. */
    static Stream<StateDocument> all(StateStore states, Scope scope, StateFilter filter) {
        return Stream.iterate(
                        states.list(scope, filter, AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> page.size() < AT_ONCE
                                ? List.of()
                                : states.list(
                                        scope,
                                        filter.readingOn(
                                                page.get(page.size() - 1).sequence()),
                                        AT_ONCE))
                .flatMap(List::stream);
    }
}
