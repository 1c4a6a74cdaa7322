declare module 'bpmn-moddle' {
  /** An element as the BPMN 2.0 schema names its properties; references are resolved to elements. */
  export interface Element {
    readonly $type: string;
    readonly id: string;
    readonly [property: string]: unknown;
  }
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      readonly rootElement: Element;
      readonly elementsById: Readonly<Record<string, Element>>;
      readonly references: readonly { readonly property: string; readonly id: string }[];
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}
