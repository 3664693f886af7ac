package tacit.learn.proposers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;

/** One switch for all. */
public final class FakeSwitches implements CoreSwitches {

    public boolean on = true;

    @Override
    public boolean on(CoreStage stage) {
        return on;
    }

    @Override
    public String why(CoreStage stage) {
        return on ? "" : stage + " is off";
    }

    @Override
    public void turn(@Nullable CoreStage stage, boolean wanted, String by, String reason) {
        on = wanted;
    }

    @Override
    public void ran(CoreStage stage, int products, List<String> whyNot) {}

    @Override
    public List<Status> status() {
        return List.of();
    }
}
