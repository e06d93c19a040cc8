package org.coordinationledger.view.api;

import java.time.Clock;
import java.util.Map;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.ExportPlaces;
import org.coordinationledger.view.export.ExportSettings;
import org.coordinationledger.view.export.JsonLinesExport;
import org.coordinationledger.view.export.PdfExport;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads as files: which formats there are, and how a request asks for one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {

    /** What {@code format} can be, in the place of which media type in {@code Accept}. */
    static final Map<String, MediaType> FORMATS = Map.of(
            "json", MediaType.APPLICATION_JSON,
            "csv", MediaType.parseMediaType(CsvExport.FORMAT),
            "xlsx", MediaType.parseMediaType(XlsxExport.FORMAT),
            "pdf", MediaType.parseMediaType(PdfExport.FORMAT),
            "jsonl", MediaType.parseMediaType(JsonLinesExport.FORMAT));

    @Bean
    ExportPlaces exportPlaces(ExportSettings settings) {
        return new ExportPlaces(settings.atOnce());
    }

    @Bean
    Tables tables(Messages messages, Clock ledgerClock) {
        return new Tables(messages, ledgerClock);
    }

    @Bean
    ExportController exportController(
            ReadPoints points,
            RecordReads records,
            ListReads lists,
            RecordStreams streams,
            Generations generations,
            PersonalDataReads personalData,
            Tables tables,
            ExportSettings settings,
            Clock ledgerClock) {
        return new ExportController(
                points, records, lists, streams, generations, personalData, tables, settings, ledgerClock);
    }

    @Bean
    FigureExportController figureExportController(FigureReads reads, Tables tables, Clock ledgerClock) {
        return new FigureExportController(reads, tables, ledgerClock);
    }

    @Bean
    WebMvcConfigurer files(ExportPlaces places, ExportSettings settings) {
        return new WebMvcConfigurer() {

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer formats) {
                formats.favorParameter(true)
                        .parameterName(ReadQuery.FORMAT)
                        .useRegisteredExtensionsOnly(true)
                        .mediaTypes(FORMATS);
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters
                        .addCustomConverter(new CsvExport(places, settings))
                        .addCustomConverter(new XlsxExport(places, settings))
                        .addCustomConverter(new PdfExport(places, settings))
                        .addCustomConverter(new JsonLinesExport(places, settings));
            }
        };
    }
}
