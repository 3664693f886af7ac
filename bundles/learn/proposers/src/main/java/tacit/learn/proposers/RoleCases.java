package tacit.learn.proposers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The replay cases of one role, as they are now. Immutable. */
public final class RoleCases {

    private final List<ReplayCase> cases;

    private RoleCases(List<ReplayCase> cases) {
        this.cases = List.copyOf(cases);
    }

    public static RoleCases of(ReplayCases all, Scope scope, String role) {
        List<ReplayCase> found = new ArrayList<>();
        Page<ReplayCase> page;
        do {
            page = all.list(scope, role, new PageRequest(found.size(), PageRequest.MAX_LIMIT));
            found.addAll(page.rows());
        } while (!page.rows().isEmpty() && page.hasMore());
        return new RoleCases(found);
    }

    /** Those that proposals may look at and that count, newest first. */
    public List<ReplayCase> older(Instant now) {
        return cases.stream().filter(one -> one.older() && one.counts(now)).toList();
    }

    /** How many the gate may judge by. */
    public int newer(Instant now) {
        return (int)
                cases.stream().filter(one -> !one.older() && one.counts(now)).count();
    }

    /** When the questions of some origins were asked that proposals may not look at, whether or not they count now. */
    public NavigableSet<Instant> heldOut(Predicate<Origin> origins) {
        NavigableSet<Instant> times = new TreeSet<>();
        cases.stream()
                .filter(one -> !one.older() && origins.test(one.origin()))
                .forEach(one -> times.add(one.situation().clock()));
        return times;
    }
}
