/** The only way to the server: a client whose types are those of the contract, and its refusals as sentences. */
export * from './problem';
export * from './accounts';
export * from './audit';
export * from './cases';
export * from './figures';
export * from './files';
export * from './imports';
export * from './matters';
export * from './rules';
export * from './territory';
export * from './territory_edit';
export * from './units';
export * from './service';
export * from './session';
export * from './staff';
export * from './views';
export { connect, type Surroundings } from './transport';
export { newId } from './ids';
