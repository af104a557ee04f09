/** A network's name without the extension of its file. */
export const nameOf = ({ name }: { readonly name: string }): string => name.replace(/(?<=.)\.onnx$/i, '');
