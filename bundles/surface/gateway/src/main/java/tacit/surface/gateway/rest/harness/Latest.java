package tacit.surface.gateway.rest.harness;

import java.util.HashMap;
import java.util.Map;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.http.HttpProblem;

/** Finds generations and the last act of each. Pure functions. */
final class Latest {

    private Latest() {}

    static Map<Long, LedgerEntry> acts(Generations generations) {
        Map<Long, LedgerEntry> latest = new HashMap<>();
        generations.history().forEach(entry -> latest.put(entry.generation().number(), entry));
        return latest;
    }

    static Generation found(Generations generations, long number) {
        return generations.list().stream()
                .filter(other -> other.number() == number)
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no generation " + number));
    }
}
