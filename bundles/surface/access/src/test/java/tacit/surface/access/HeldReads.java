package tacit.surface.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.StoreException;

/** A real database whose reads are counted, held up or failed on demand. Thread-safe. */
final class HeldReads {

    private final Database real;
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch reader = new CountDownLatch(1);
    private volatile @Nullable CountDownLatch held;
    private volatile boolean failing;

    HeldReads(Database real) {
        this.real = real;
    }

    Database database() {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(),
                new Class<?>[] {Database.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    private @Nullable Object answer(Method method, @Nullable Object[] arguments) throws Throwable {
        if (method.getName().equals("read")) {
            reads.incrementAndGet();
            CountDownLatch latch = held;
            if (latch != null) {
                reader.countDown();
                await(latch);
            }
            if (failing) {
                throw new StoreException("Cannot read now", new IllegalStateException("told so"));
            }
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody let the reads go");
        }
    }

    int reads() {
        return reads.get();
    }

    void hold() {
        held = new CountDownLatch(1);
    }

    void awaitReader() throws InterruptedException {
        await(reader);
    }

    void letGo() {
        CountDownLatch latch = held;
        held = null;
        if (latch != null) {
            latch.countDown();
        }
    }

    void fail() {
        failing = true;
    }
}
