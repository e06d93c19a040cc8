package org.coordinationledger.demo;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the recording of one scenario has come: a bar on a terminal, a line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final int TERMINAL_MILLIS = 200;
    private static final int FILE_MILLIS = 5_000;
    private static final int WIDTH = 100;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    static Progress of(String task, int commands, PrintStream out) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("%-14s".formatted(task))
                .setInitialMax(commands)
                .setUnit(" commands", 1)
                .setMaxRenderedLength(WIDTH)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK);
        if (System.console() == null) {
            builder.setConsumer(new DelegatingProgressBarConsumer(eachOnce(out::println), WIDTH))
                    .setUpdateIntervalMillis(FILE_MILLIS);
        } else {
            builder.setUpdateIntervalMillis(TERMINAL_MILLIS);
        }
        return new Progress(builder.build());
    }

    private static Consumer<String> eachOnce(Consumer<String> lines) {
        AtomicReference<String> last = new AtomicReference<>("");
        return line -> {
            if (!line.equals(last.getAndSet(line))) {
                lines.accept(line);
            }
        };
    }

    void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
