package tacit.surface.gateway.rest.harness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists the generations, the newest first, with the last act of each. */
@Component
public final class GenerationsResource implements HttpResource {

    private final Generations generations;

    @Activate
    public GenerationsResource(@Reference Generations generations) {
        this.generations = generations;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/generations";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        PageRequest page = Query.paged(call).page();
        Map<Long, LedgerEntry> latest = Latest.acts(generations);
        long active = generations.active().map(Generation::number).orElse(0L);
        List<Generation> all = generations.list().stream()
                .sorted(Comparator.comparingLong(Generation::number).reversed())
                .toList();
        List<Generation> rows =
                all.stream().skip(page.offset()).limit(page.limit()).toList();
        return Json.reply(
                200,
                Views.page(
                        new Page<>(rows, page.offset(), all.size()),
                        one -> HarnessViews.generation(one, latest.get(one.number()), one.number() == active)));
    }
}
