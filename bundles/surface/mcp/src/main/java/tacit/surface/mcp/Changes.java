package tacit.surface.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.surface.mcp.page.PageBook;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.RpcError;
import tacit.surface.mcp.tool.ToolBox;

/**
 * What is not as it was when it was looked at last: the lists and pages themselves are compared, whatever news there was. Of the list
 * of resources the first part of each scheme is looked at, where what is new comes first. Confined to one thread.
 */
final class Changes {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);
    private static final String LIST = "list_changed";

    private final ToolBox tools;
    private final PageBook pages;
    private final Caller caller;
    private final Wanted wanted;
    private final Map<String, String> seen = new HashMap<>();

    Changes(ToolBox tools, PageBook pages, Caller caller, Wanted wanted) {
        this.tools = tools;
        this.pages = pages;
        this.caller = caller;
        this.wanted = wanted;
    }

    /** The notifications since the last look, none at the first. */
    List<ObjectNode> look() {
        List<ObjectNode> news = new ArrayList<>();
        if (wanted.tools() && changed("tools/" + LIST, () -> Json.text(tools.list()))) {
            news.add(notification("tools/" + LIST));
        }
        if (wanted.resources() && changed("resources/" + LIST, this::resources)) {
            news.add(notification("resources/" + LIST));
        }
        for (String uri : wanted.uris()) {
            if (changed(uri, () -> pages.find(caller, uri).map(Json::text).orElse(""))) {
                ObjectNode updated = notification("resources/updated");
                updated.withObject("/params").put("uri", uri);
                news.add(updated);
            }
        }
        return news;
    }

    private String resources() {
        StringBuilder all = new StringBuilder();
        pages.heads(caller).forEach(head -> all.append(Json.text(head)));
        return all.toString();
    }

    // What cannot be looked at now is looked at again later
    private boolean changed(String name, Supplier<String> look) {
        try {
            String now = look.get();
            String before = seen.put(name, now);
            return before != null && !before.equals(now);
        } catch (RpcError | IllegalStateException e) {
            log.debug("Cannot look at '{}'", name, e);
            return false;
        }
    }

    private static ObjectNode notification(String method) {
        return Json.object().put("jsonrpc", "2.0").put("method", "notifications/" + method);
    }
}
