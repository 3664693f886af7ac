package tacit.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a client could not do. */
public final class Heard implements TacitListener {

    public final List<String> failures = new CopyOnWriteArrayList<>();
    public final List<Long> dropped = new CopyOnWriteArrayList<>();

    @Override
    public void failed(String operation, TacitException why) {
        failures.add(operation + " " + why.status());
    }

    @Override
    public void dropped(long total) {
        dropped.add(total);
    }
}
