package org.coordinationledger.view.api;

import java.time.Clock;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.figure.FigureBreakdowns;
import org.coordinationledger.view.figure.FigureReasons;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reads of figures. */
@Configuration(proxyBeanMethods = false)
class FigureApiConfiguration {

    @Bean
    FigureReads figureReads(
            FeatureViews views,
            ReadPoints points,
            ReadingCircles circles,
            ReadRefusals refusals,
            Figures figures,
            FigureBreakdowns breakdowns,
            FigureTrends trends,
            FigureReasons reasons) {
        return new FigureReads(views, points, circles, refusals, figures, breakdowns, trends, reasons);
    }

    @Bean
    FigureBreakdowns figureBreakdowns(Figures figures) {
        return new FigureBreakdowns(figures);
    }

    @Bean
    FigureTrends figureTrends(Figures figures) {
        return new FigureTrends(figures);
    }

    @Bean
    FigureReasons figureReasons(Figures figures, RecordStreams streams) {
        return new FigureReasons(figures, streams);
    }

    @Bean
    FigureController figureController(
            FeatureViews views, FigureReads reads, ListReads lists, Messages messages, Clock ledgerClock) {
        return new FigureController(views, reads, lists, messages, ledgerClock);
    }

    @Bean
    FigureBreakdownController figureBreakdownController(
            FigureReads reads, Messages messages, Clock ledgerClock) {
        return new FigureBreakdownController(reads, messages, ledgerClock);
    }

    @Bean
    FigureReasonController figureReasonController(FigureReads reads, Messages messages, Clock ledgerClock) {
        return new FigureReasonController(reads, messages, ledgerClock);
    }

    @Bean
    FigureReadings figureReadings(ReadPoints points, FigureReads reads) {
        return new FigureReadings(points, reads);
    }

    @Bean
    ReviewFigureReads reviewFigureReads(
            FeatureViews views, RecordReads records, FigureReads reads, FigureReadings readings) {
        return new ReviewFigureReads(views, records, reads, readings);
    }

    @Bean
    ProgrammeFigureReads programmeFigureReads(FeatureViews views, RecordReads records, FigureReadings readings) {
        return new ProgrammeFigureReads(views, records, readings);
    }

    @Bean
    ProgrammeFiguresController programmeFiguresController(
            ReadPoints points, ProgrammeFigureReads reads, Clock ledgerClock) {
        return new ProgrammeFiguresController(points, reads, ledgerClock);
    }

    @Bean
    ReviewFiguresController reviewFiguresController(ReadPoints points, ReviewFigureReads reads, Clock ledgerClock) {
        return new ReviewFiguresController(points, reads, ledgerClock);
    }

    @Bean
    FigureApiDescription figureApiDescription(FeatureViews views) {
        return new FigureApiDescription(views);
    }
}
