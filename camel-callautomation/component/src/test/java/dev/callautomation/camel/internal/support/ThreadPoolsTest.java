package dev.callautomation.camel.internal.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThreadPoolsTest {

    private static final int FEW = 30;
    private static final int MORE_THAN_CAMEL_QUEUES = 1500;

    @Test
    void noTaskRunsInTheThreadThatHandsItOverHoweverManyWait() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ExecutorService pool = ThreadPools.pool(context, this, "Busy", 1);
            CountDownLatch begin = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(MORE_THAN_CAMEL_QUEUES);
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            pool.execute(() -> await(begin));
            for (int i = 0; i < MORE_THAN_CAMEL_QUEUES; i++) {
                pool.execute(() -> {
                    threads.add(Thread.currentThread());
                    ended.countDown();
                });
            }
            assertThat(threads).isEmpty();
            begin.countDown();
            await(ended);
            assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
        }
    }

    @Test
    void aTaskThatComesTooLateIsRefusedAloudSoThatItsExchangeCanEnd() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ExecutorService pool = ThreadPools.pool(context, this, "Closed", 1);
            pool.shutdown();
            assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void aPoolWithoutALimitHasAThreadForEachTaskAndUsesIdleOnesAgain() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ThreadPoolExecutor pool = (ThreadPoolExecutor) ThreadPools.unlimited(context, this, "Elastic");
            CountDownLatch begin = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(FEW);
            for (int i = 0; i < FEW; i++) {
                pool.execute(() -> {
                    await(begin);
                    ended.countDown();
                });
            }
            assertThat(pool.getPoolSize()).isEqualTo(FEW);
            assertThat(pool.allowsCoreThreadTimeOut()).isTrue();
            begin.countDown();
            await(ended);
            Awaitility.await().until(() -> pool.getActiveCount() == 0);
            pool.submit(() -> {}).get(60, TimeUnit.SECONDS);
            assertThat(pool.getPoolSize()).isEqualTo(FEW);
            pool.shutdown();
            assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void aDeadlineThatIsCanceledDoesNotStayInTheTimer() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ScheduledExecutorService timer = ThreadPools.timer(context, this, "Deadlines");
            timer.schedule(() -> {}, 1, TimeUnit.DAYS).cancel(false);
            assertThat(timer.shutdownNow()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
